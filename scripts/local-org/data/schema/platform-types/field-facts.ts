import type { FieldDraft } from '../drafts.ts';
import { parseField } from '../standard-language.ts';

/**
 * What the platform's documentation says beyond the type tables of standard objects that are not described by hand: lengths, picklists,
 * required fields, defaults, what goes with its parent. In the short form of `StandardObject.fields`; `()` keeps the tables' targets of a
 * reference. The picklists are those of a new org.
 */
const FACTS: Readonly<Record<string, string>> = {
  AccountContactRelation: `
    AccountId reference() required createonly cascade
    ContactId reference() required createonly cascade
    Roles multipicklist{Business User|Decision Maker|Economic Buyer|Economic Decision Maker|Evaluator|Executive Sponsor|Influencer|Technical Buyer|Other}
    IsActive boolean default=true
    IsDirect boolean readonly`,
  AccountContactRole: `
    AccountId reference() required cascade
    ContactId reference() required cascade
    Role picklist{Business User|Decision Maker|Economic Buyer|Economic Decision Maker|Evaluator|Executive Sponsor|Influencer|Technical Buyer|Other}`,
  Asset: `
    Name string(255) required
    AccountId reference() cascade
    SerialNumber string(80)
    Status picklist{Shipped|Installed|Registered|Obsolete|Purchased}
    Price currency(18,2)
    Quantity double(16,2)`,
  Attachment: `
    ParentId reference() required createonly cascade
    Name string(255) required
    Body base64 required
    ContentType string(120)
    Description textarea(500)
    BodyLength int(9) readonly`,
  CampaignMember: `
    CampaignId reference() required createonly cascade
    ContactId reference() createonly cascade
    LeadId reference() createonly cascade
    Status picklist{Sent*|Responded|Planned|Received}
    HasResponded boolean readonly
    FirstRespondedDate date readonly`,
  CampaignMemberStatus: `
    CampaignId reference() required createonly cascade
    Label string(765) required`,
  CaseTeamMember: `
    ParentId reference() required createonly cascade
    MemberId reference() required createonly
    TeamRoleId reference() required`,
  CollaborationGroup: `
    Name string(40) required unique
    CollaborationType picklist{Public|Private} required
    MemberCount int(9) readonly`,
  CollaborationGroupMember: `
    CollaborationGroupId reference() required createonly cascade
    MemberId reference() required createonly
    CollaborationRole picklist{Standard*|Admin}`,
  ContractContactRole: `
    ContractId reference() required cascade
    ContactId reference() required cascade`,
  Document: `
    Name string(255) required
    FolderId reference() required
    DeveloperName string(80)
    Description string(255)
    Keywords string(255)`,
  Entitlement: `
    Name string(255) required
    AccountId reference() required
    Type picklist{Web Support|Phone Support}`,
  EntitySubscription: `
    ParentId reference() required createonly cascade
    SubscriberId reference() required createonly`,
  FeedComment: `
    FeedItemId reference() required createonly cascade
    CommentBody textarea(10000) long
    CommentType picklist{TextComment*|ContentComment}`,
  FeedItem: `
    ParentId reference() required createonly cascade
    Body textarea(10000) long
    Title string(255)
    LinkUrl url(1000)
    Type picklist{TextPost*|LinkPost|ContentPost|PollPost|QuestionPost|AdvancedTextPost}
    CommentCount int(9) readonly
    LikeCount int(9) readonly
    Status picklist{Published*|PendingReview|Draft}
    Visibility picklist{AllUsers*|InternalUsers}`,
  Folder: `
    Name string(40) required
    DeveloperName string(80)
    AccessType picklist{Shared|Public|Hidden|PublicInternal} required
    Type picklist{Dashboard|Document|Email|EmailTemplate|Report} required`,
  Individual: `
    LastName string(80) required
    FirstName string(40)
    Name string(121) readonly`,
  Note: `
    ParentId reference() required createonly cascade
    Title string(80) required
    Body textarea(32000) long`,
  OpportunityTeamMember: `
    OpportunityId reference() required createonly cascade
    UserId reference() required createonly
    OpportunityAccessLevel picklist{Read*|Edit|All}
    Name string(361) readonly`,
  Order: `
    AccountId reference() cascade
    EffectiveDate date required
    Status picklist{Draft|Activated} required
    Name string(80)
    PoNumber string(80)
    TotalAmount currency(18,2) readonly
    StatusCode picklist{Draft|Activated} readonly
    ActivatedDate datetime readonly`,
  OrderItem: `
    OrderId reference() required createonly cascade
    PricebookEntryId reference() required createonly
    Quantity double(18,2) required
    UnitPrice currency(18,2)
    ListPrice currency(18,2) readonly
    TotalPrice currency(18,2) readonly
    Description string(255)
    OrderItemNumber string(30) auto={0000000000}`,
  OrgWideEmailAddress: `
    Address email(240) required
    DisplayName string(120) required`,
  Quote: `
    OpportunityId reference() required createonly cascade
    Name string(255) required
    Status picklist{Draft|Needs Review|In Review|Approved|Rejected|Presented|Accepted|Denied}
    GrandTotal currency(18,2) readonly
    Subtotal currency(18,2) readonly
    TotalPrice currency(18,2) readonly
    Tax currency(18,2)
    ShippingHandling currency(18,2)
    LineItemCount int(9) readonly
    IsSyncing boolean readonly`,
  QuoteLineItem: `
    QuoteId reference() required createonly cascade
    PricebookEntryId reference() required createonly
    Quantity double(12,2) required
    UnitPrice currency(18,2) required
    ListPrice currency(18,2) readonly
    Subtotal currency(18,2) readonly
    TotalPrice currency(18,2) readonly
    Discount percent(5,2)
    Description string(255)
    LineNumber string(30) auto={00000000}`,
  ServiceContract: `
    Name string(255) required
    Status picklist{Draft|Active|Inactive} readonly`,
  Solution: `
    SolutionName string(255) required
    Status picklist{Draft*|Reviewed|Duplicate} required`,
  Topic: `
    Name string(150) required unique
    Description textarea(255)`,
  TopicAssignment: `
    TopicId reference() required createonly cascade
    EntityId reference() required createonly cascade`,
  WorkOrder: `
    Subject string(255)
    Status picklist{New*|In Progress|On Hold|Completed|Closed|Cannot Complete|Canceled}
    Priority picklist{Low*|Medium|High|Critical}
    IsClosed boolean readonly
    AccountId reference()
    LineItemCount int(9) readonly`,
  WorkOrderLineItem: `
    WorkOrderId reference() required createonly cascade
    Status picklist{New*|In Progress|On Hold|Completed|Closed|Cannot Complete|Canceled}
    Priority picklist{Low*|Medium|High|Critical}`,
};

/** What is known of the fields of an object, by name: to be laid over what the tables say. */
export function fieldFacts(objectName: string): ReadonlyMap<string, Partial<FieldDraft>> {
  const lines = (FACTS[objectName] ?? '').split('\n').map((line) => line.trim());
  return new Map(lines.filter((line) => line !== '').map((line) => factOf(parseField(line))));
}

/** Labels, targets and the field that names a record are as the tables have them. */
const OF_TABLES: ReadonlySet<string> = new Set(['name', 'label', 'nameField', 'referenceTo', 'relationshipName', 'childRelationshipName']);

function factOf(draft: FieldDraft): [string, Partial<FieldDraft>] {
  const left = (name: string): boolean => OF_TABLES.has(name) || (!draft.autoNumber && (name === 'autoNumber' || name === 'displayFormat'));
  return [draft.name, Object.fromEntries(Object.entries(draft).filter(([name]) => !left(name)))];
}
