import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import {
  assign,
  condition,
  element,
  fieldValue,
  filter,
  flow,
  flowProject,
  formula,
  start,
  starting,
  to,
  value,
  variable,
} from './flow-project.ts';

const project = flowProject(
  {
    Discount: flow(
      start('Choose'),
      variable('amount', 'Number', 'in'),
      variable('kind', 'String', 'in'),
      variable('rate', 'Number', 'out'),
      variable('text', 'String', 'out'),
      formula('half', 'Number', 'IF({!amount} > 100, {!amount} / 2, 0)'),
      '<textTemplates><name>sentence</name><text>{!kind} costs {!half}</text></textTemplates>',
      '<constants><name>tenth</name><dataType>Number</dataType><value><numberValue>0.1</numberValue></value></constants>',
      `<decisions><name>Choose</name>${to('defaultConnector', 'Small')}<rules><name>Is_Big</name><conditionLogic>1 AND (2 OR 3)</conditionLogic>
        ${condition('amount', 'GreaterThan', 100)}${condition('kind', 'EqualTo', 'GOLD')}${condition('kind', 'StartsWith', 'plat')}${to('connector', 'Big')}<label>Big</label></rules></decisions>`,
      element('assignments', 'Big', undefined, assign('rate', 'Assign', '@half') + assign('text', 'Assign', '@sentence')),
      element(
        'assignments',
        'Small',
        undefined,
        assign('rate', 'Assign', '@tenth') + assign('rate', 'Add', 1) + assign('text', 'Assign', 'small {!kind} {!Is_Big}'),
      ),
    ),
    Collections: flow(
      start('Each'),
      variable('names', 'String[]', 'in'),
      variable('joined', 'String', 'out'),
      variable('kept', 'String[]', 'out'),
      variable('count', 'Number', 'out'),
      `<loops><name>Each</name><collectionReference>names</collectionReference><iterationOrder>Desc</iterationOrder>${to('nextValueConnector', 'Join')}${to('noMoreValuesConnector', 'Filter')}</loops>`,
      element('assignments', 'Join', 'Each', assign('joined', 'Add', '{!Each};')),
      element(
        'collectionProcessors',
        'Filter',
        'Order',
        `<collectionProcessorType>FilterCollectionProcessor</collectionProcessorType><collectionReference>names</collectionReference><assignNextValueToReference>item</assignNextValueToReference><conditionLogic>and</conditionLogic>${condition('item', 'Contains', 'A')}`,
      ),
      element(
        'collectionProcessors',
        'Order',
        'Keep',
        '<collectionProcessorType>SortCollectionProcessor</collectionProcessorType><collectionReference>Filter</collectionReference><limit>2</limit><sortOptions><sortOrder>Desc</sortOrder><doesPutEmptyStringAndNullFirst>false</doesPutEmptyStringAndNullFirst></sortOptions>',
      ),
      element(
        'assignments',
        'Keep',
        undefined,
        assign('kept', 'Assign', '@Filter') + assign('kept', 'AddAtStart', 'first') + assign('count', 'AssignCount', '@names'),
      ),
    ),
    Outer: flow(
      start('Inner'),
      variable('result', 'Number', 'out'),
      `<subflows><name>Inner</name>${to('connector', 'Take')}<flowName>Discount</flowName><inputAssignments><name>amount</name>${value(200)}</inputAssignments><inputAssignments><name>kind</name>${value('platinum')}</inputAssignments><storeOutputAutomatically>true</storeOutputAutomatically></subflows>`,
      element('assignments', 'Take', undefined, assign('result', 'Assign', '@Inner.rate')),
    ),
    Records: flow(
      start('Make'),
      variable('name', 'String', 'in'),
      variable('fault', 'String', 'out'),
      variable('id', 'String', 'out'),
      variable('found', 'Account[]', 'out'),
      `<recordCreates><name>Make</name>${to('connector', 'Find')}${to('faultConnector', 'Note')}<object>Account</object>${fieldValue('Name', '@name')}${fieldValue('NumberOfEmployees', 7)}<storeOutputAutomatically>true</storeOutputAutomatically></recordCreates>`,
      element('assignments', 'Note', undefined, assign('fault', 'Assign', '@$Flow.FaultMessage')),
      element(
        'recordLookups',
        'Find',
        'Each',
        `<object>Account</object><filterLogic>and</filterLogic>${filter('Id', 'EqualTo', '@Make')}<storeOutputAutomatically>true</storeOutputAutomatically>`,
      ),
      `<loops><name>Each</name><collectionReference>Find</collectionReference>${to('nextValueConnector', 'Change')}${to('noMoreValuesConnector', 'Save')}</loops>`,
      element(
        'assignments',
        'Change',
        'Each',
        assign('Each.Site', 'Assign', '@Each.Owner.Username') + assign('found', 'Add', '@Each') + assign('id', 'Assign', '@Each.Id'),
      ),
      element('recordUpdates', 'Save', 'Find_Again', '<inputReference>found</inputReference>'),
      element(
        'recordLookups',
        'Find_Again',
        'Remove',
        `<object>Account</object>${filter('Name', 'StartsWith', '@name')}<getFirstRecordOnly>true</getFirstRecordOnly><queriedFields>Site</queriedFields><storeOutputAutomatically>true</storeOutputAutomatically>`,
      ),
      element('recordDeletes', 'Remove', 'Last', `<object>Account</object>${filter('Site', 'IsNull', true)}`),
      element('assignments', 'Last', undefined, assign('id', 'Assign', '@Find_Again.Site')),
    ),
    Upsert: flow(
      start('Take'),
      variable('known', 'Account', 'in'),
      variable('all', 'Account[]'),
      variable('fresh', 'Account'),
      element(
        'assignments',
        'Take',
        'Save',
        assign('known.Site', 'Assign', 'there') +
          assign('fresh.Name', 'Assign', 'New') +
          assign('all', 'Add', '@known') +
          assign('all', 'Add', '@fresh'),
      ),
      element(
        'recordCreates',
        'Save',
        undefined,
        '<doesUpsert>true</doesUpsert><doesUpsertAllOrNone>true</doesUpsertAllOrNone><inputReference>all</inputReference><upsertStandardIdField>Id</upsertStandardIdField>',
      ),
    ),
    Call: flow(
      start('Ask'),
      variable('numbers', 'Number[]', 'in'),
      variable('sum', 'Number', 'out'),
      variable('words', 'String', 'out'),
      variable('fault', 'String', 'out'),
      `<actionCalls><name>Ask</name>${to('connector', 'Keep')}${to('faultConnector', 'Note')}<actionName>Adder</actionName><actionType>apex</actionType><inputParameters><name>numbers</name>${value('@numbers')}</inputParameters><storeOutputAutomatically>true</storeOutputAutomatically><outputParameters><assignToReference>words</assignToReference><name>words</name></outputParameters></actionCalls>`,
      element('assignments', 'Keep', undefined, assign('sum', 'Assign', '@Ask.sum')),
      element('assignments', 'Note', undefined, assign('fault', 'Assign', '@$Flow.FaultMessage')),
    ),
    Screens: flow('<processType>Flow</processType>', start('Hello'), '<screens><name>Hello</name></screens>'),
    Lost: flow(start('Gone'), element('assignments', 'Other', undefined, '')),
    Draft_Only: flow(
      start('Set'),
      variable('done', 'Boolean', 'out'),
      element('assignments', 'Set', undefined, assign('done', 'Assign', true)),
      '<status>Draft</status>',
    ),
  },
  {
    'Adder.cls': `public class Adder {
      public class Request { @InvocableVariable(required=true) public List<Integer> numbers; }
      public class Result { @InvocableVariable public Integer sum = 0; @InvocableVariable public String words; }
      @InvocableMethod(label='Add') public static List<Result> add(List<Request> requests) {
        List<Result> results = new List<Result>();
        for (Request request : requests) {
          Result result = new Result();
          for (Integer item : request.numbers) { if (item < 0) throw new IllegalArgumentException('negative'); result.sum += item; }
          result.words = requests.size() + ' request';
          results.add(result);
        }
        return results;
      }
    }`,
    'Typed.cls': `public class Typed { public static Object run() {
      Flow.Interview.Discount interview = new Flow.Interview.Discount(new Map<String, Object>{ 'amount' => 300, 'kind' => 'gold', 'unknown' => 1 });
      interview.start();
      return interview.getVariableValue('rate');
    } }`,
  },
);
after(() => project.close());

describe('a flow that code starts', () => {
  it('decides, calculates and writes text', () => {
    assert.deepEqual(project.run(starting('Discount', "'amount' => 300, 'kind' => 'gold'", 'rate', 'text')), ['150.00', 'gold costs 150']);
    assert.deepEqual(project.run(starting('Discount', "'amount' => 50, 'kind' => 'Gold'", 'rate', 'text')), ['1.10', 'small Gold false']);
    assert.deepEqual(project.run('System.debug(Typed.run());'), ['150.00']);
  });

  it('goes through collections, filters and sorts them', () => {
    const script = starting('Collections', "'names' => new List<String>{ 'Bo', 'Ann', 'Eva', 'Ada' }", 'joined', 'kept', 'count');
    assert.deepEqual(project.run(script), ['Ada;Eva;Ann;Bo;', '(first, Eva, Ann)', '4.00']);
  });

  it('calls other flows', () => {
    assert.deepEqual(project.run(starting('Outer', '', 'result')), ['100.00']);
  });

  it('creates, finds, changes and deletes records, and takes the fault path', () => {
    const script = `${starting('Records', "'name' => 'Acme'", 'fault', 'id')}
      System.debug([SELECT NumberOfEmployees FROM Account WHERE Name = 'Acme'].NumberOfEmployees);`;
    assert.deepEqual(project.run(script), ['null', 'admin@vouchsafe.test', '7']);
    const [fault] = project.run(starting('Records', '', 'fault'));
    assert.match(
      String(fault),
      /^This error occurred when the flow tried to create records: REQUIRED_FIELD_MISSING: Required fields are missing: \[Name\]/,
    );
  });

  it('creates records and updates those that are there', () => {
    const script = `Account known = new Account(Name = 'Known'); insert known;
      ${starting('Upsert', "'known' => known")}
      for (Account each : [SELECT Name, Site FROM Account WHERE Name IN ('Known', 'New') ORDER BY Name]) System.debug(each.Name + ' ' + each.Site);`;
    assert.deepEqual(project.run(script), ['Known there', 'New null']);
  });

  it('calls Apex with lists and gets objects back', () => {
    assert.deepEqual(project.run(starting('Call', "'numbers' => new List<Integer>{ 2, 3 }", 'sum', 'words')), ['5.00', '1 request']);
    assert.deepEqual(project.run(starting('Call', "'numbers' => new List<Integer>{ -1 }", 'fault')), [
      'An Apex error occurred: System.IllegalArgumentException: negative',
    ]);
  });

  it('runs even as a draft, but not with what the local org does not know', () => {
    assert.deepEqual(project.run(starting('Draft_Only', '', 'done')), ['true']);
    assert.throws(
      () => project.run(starting('Screens', '')),
      /Screens\.flow-meta\.xml: the local org does not support the element screens \(Hello\)/,
    );
    assert.throws(() => project.run(starting('Lost', '')), /The flow Lost leads to Gone, which it does not have/);
    assert.throws(() => project.run(starting('Nowhere', '')), /Invalid type: Nowhere/);
  });
});
