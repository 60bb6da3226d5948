/**
 * The metadata types that a project may hold and that change nothing in the local org: their files are read for well-formedness only.
 */

/** Endings before `-meta.xml` whose type has the same name, with a capital. */
const NAMED_AS_TYPE = `
  accountingFieldMapping accountingModelConfig accountPlanObjMeasCalcDef accountRelationshipShareRule actionableListDefinition
  actionLauncherItemDef actionLinkGroupTemplate activationPlatform actnblListKeyPrfmIndDef advAccountForecastSet
  advAcctForecastDimSource advAcctForecastPeriodGroup affinityScoreDefinition aiAgentDefinition aiAgentScorerDefinition
  aiEvaluationDefinition aiResponseFormat aiSurface aiTestingDefinition animationRule apexEmailNotifications apiNamedQuery
  applicationRecordTypeConfig applicationSubtypeDefinition appMenu assessmentConfiguration assignmentRule assignmentRules
  assistantContextItem assistantDefinition assistantRecommendationType assistantSkillQuickAction assistantSkillSobjectAction
  assistantVersion audience autoResponseRule autoResponseRules batchCalcJobDefinition batchProcessJobDefinition benefitAction
  blacklistedConsumer bot botBlock botTemplate botVersion brandingSet briefcaseDefinition businessProcessFeedbackConfiguration
  businessProcessGroup businessProcessTypeDefinition callCenter callCenterRoutingMap callCoachingMediaProvider callCtrAgentFavTrfrDest
  campaignInfluenceModel careBenefitVerifySettings careLimitType careProviderAfflRoleConfig careProviderSearchConfig
  careRequestConfiguration careSystemFieldMapping CaseSubjectParticle catalogedApi catalogedApiArtifactVersionInfo catalogedApiVersion
  channelLayout ChannelObjectLinkingRule chatterExtension ChatterExtension ChoiceList clauseCatgConfiguration cleanDataService
  cnfgItemAttrDef cnfgItemAttrPcklstValDef cnfgItemAttrPicklistDef cnfgItemAttrSetAttr cnfgItemAttrSetDef cnfgItemSourceDefinition
  cnfgItemTypeAttrRelDef cnfgItemTypeDef cnfgItemTypeIdentFieldMap cnfgItemTypeIdentRule cnfgItemTypeRelationDef cnfgMgmtRelationTypeDef
  community communityTemplateDefinition communityThemeDefinition computeExtension connectedApp contextDefinition contextUseCaseMapping
  contractType ConversationChannelDefinition conversationMessageDefinition ConvIntelligenceSignalRule corsWhitelistOrigin cspTrustedSite
  customApplicationComponent customExperience customHelpMenuSection customMetadata dashboard dashboardFolder dataCalcInsightTemplate
  dataConnectorIngestApi dataKitObjectDependency dataKitObjectTemplate dataMapperDefinition dataObjectBuildOrgTemplate
  dataObjectSearchIndexConf dataPackageKitDefinition DataPackageKitObject dataPipeline dataSourceBundleDefinition dataSourceObject
  dataSourceTenant dataSrcDataModelFieldMap dataStreamDefinition dataStreamTemplate decisionMatrixDefinition decisionTable
  decisionTableDatasetLink delegateGroup dgtAssetMgmtProvider dgtAssetMgmtPrvdLghtCpnt digitalExperienceConfig disclosureDefinition
  disclosureDefinitionVersion disclosureType document documentCategory documentCategoryDocumentType documentFolder
  documentGenerationSetting documentType duplicateRule dynamicTrigger dynamicUiCardDefinition emailFolder emailTemplateFolder
  EmbeddedServiceBranding EmbeddedServiceConfig EmbeddedServiceFieldService EmbeddedServiceFlowConfig EmbeddedServiceLiveAgent
  EmbeddedServiceMenuSettings employeeDataSyncProfile enablementMeasureDefinition enablementProgramDefinition enblProgramTaskSubCategory
  entitlementProcess entitlementTemplate entityImplements escalationRule escalationRules eSignatureConfig eSignatureEnvelopeConfig
  eventType explainabilityActionDefinition explainabilityActionVersion explainabilityMsgTemplate expressionSetDefinition
  expressionSetMessageToken expressionSetObjectAlias extDataTranObjectTemplate externalAIModel externalAuthIdentityProvider
  externalCredential externalDataConnector externalDataTranObject externalDocStorageConfig externalServiceRegistration
  extlClntAppOauthSettings featureParameterBoolean featureParameterDate featureParameterInteger fieldMappingConfig fieldRestrictionRule
  fieldServiceMobileConfig fieldServiceMobileExtension fieldSrcTrgtRelationship flexcardDefinition flowCategory flowDefinition
  forecastingFilter forecastingFilterCondition forecastingGroup forecastingSourceDefinition forecastingType forecastingTypeSource form
  formSection fuelType fuelTypeSustnUom functionReference fundraisingConfig gatewayProviderPaymentMethodType genAiFunction genAiPlanner
  genAiPlannerBundle genAiPlugin genAiPromptTemplate giftEntryGridTemplate globalPicklist homePageComponent
  homePageLayout householdNamingConfig icon IdentityVerificationProcDef idpConfiguration iframeWhiteListUrlSettings inboundCertificate
  inboundNetworkConnection insightType installedPackage integrationProcdDefinition internalDataConnector internalOrganization
  IPAddressRange leadConvertSettings learningAchievementConfig learningItemType licenseDefinition lifeSciConfigCategory
  lifeSciConfigRecord lightningBolt lightningExperienceTheme lightningOnboardingConfig lightningOutApp liveChatAgentConfig
  liveChatButton liveChatDeployment liveChatSensitiveDataRule locationUse loyaltyProgramSetup managedContentType
  managedEventSubscription managedTopic managedTopics marketingResourceType marketSegmentDefinition mcpServerDefinition
  meetingPlaybookDefinition messagingChannel mfgProgramTemplate milestoneType mktCalcInsightObjectDef mktDataConnection
  mktDataConnectionSrcParam mktDatalakeSrcKeyQualifier mktDataTranField mktDataTranObject mlDomain mobileApplicationDetail
  MobileApplicationDetail mobileSecurityAssignment mobileSecurityPolicy mobileSecurityPolicySet mobSecurityCertPinConfig
  myDomainDiscoverableLogin namedCredential navigationMenu network networkBranding notificationTypeConfig objectSourceTargetMap
  objIntegProviderDefMapping ocrSampleDocument ocrTemplate OmniExtTrackingDef omniInteractionAccessConfig omniInteractionConfig
  omniscriptDefinition omniSupervisorConfig OmniTrackingGroup onboardingDataObjectGroup orchestration orchestrationContext
  outboundNetworkConnection participantRole partyProfileDataObjectValidityDefinition pathAssistant paymentGatewayProvider
  permissionSetLicenseDefinition personAccountOwnerPowerUser pipelineInspMetricConfig platformEventChannel platformEventChannelMember
  PlatformEventSubscriberConfig platformEventSubscriberConfig policyRuleDefinition policyRuleDefinitionSet portal
  portalDelegablePermissionSet postTemplate presenceDeclineReason presenceUserConfig pricingActionParameters pricingRecipe
  procedurePlanDefinition productAttrDisplayConfig productAttributeSet productSpecificationRecType productSpecificationType
  productSpecificationTypeDefinition profilePasswordPolicy profileSessionSetting prompt publicKeyCertificate PublicKeyCertificate
  PublicKeyCertificateSet queueRoutingConfig recAlrtDataSrcExpSetDef recommendationStrategy recordActionDeployment
  RecordAggregationDefinition recordAlertCategory recordAlertDataSource recordAlertTemplate redirectWhitelistUrl
  registeredExternalService relatedRecordAssocCriteria relationshipGraphDefinition report reportFolder reportType restrictionRule
  RetrievalSummaryDefinition ruleLibraryDefinition SchedulingObjective schedulingRule scoreCategory scoringModel searchCustomization
  searchOrgWideObjectConfig serviceAISetupField serviceChannel servicePresenceStatus sharingCriteriaRule sharingGuestRule
  sharingOwnerRule sharingSet sharingTerritoryRule skill stageAssignment stageDefinition standardValueSetTranslation
  streamingAppDataConnector sustainabilityUom sustnUomConversion synonymDictionary TelemetryActionDefinition TelemetryActionDefStep
  TelemetryActnDefStepAttr TelemetryDefinition TelemetryDefinitionVersion territory territory2 territory2Model territory2Rule
  territory2Type timelineObjectDefinition timeSheetTemplate topicsForObjects transactionProcessingType transactionSecurityPolicy
  uiFormatSpecificationSet uiPreviewMessageTabDef userAuthCertificate userCriteria userProfileSearchScope userProvisioningConfig
  virtualVisitConfig visualizationPlugin webStoreBundle webStoreTemplate workflowAlert workflowFieldUpdate workflowFlowAction
  workflowFlowAutomation workflowKnowledgePublish workflowOutboundMessage workflowRule workflowSend workflowTask workSkillRouting
  workSkillRoutingAttribute`;

/** Endings whose type is called otherwise. */
const NAMED_OTHERWISE: Readonly<Record<string, string>> = {
  accountForecastSetting: 'AccountForecastSettings',
  acctMgrTargetSetting: 'AcctMgrTargetSettings',
  ai: 'AIApplication',
  aiapplicationconfig: 'AIApplicationConfig',
  aiAssistantTemplate: 'AIAssistantTemplate',
  aiScoringModelDefinition: 'AIScoringModelDefinition',
  aiScoringModelDefVersion: 'AIScoringModelDefVersion',
  aiUsecaseDefinitions: 'AIUsecaseDefinition',
  apt: 'ActionPlanTemplate',
  aq: 'AssessmentQuestion',
  aqs: 'AssessmentQuestionSet',
  asset: 'ContentAsset',
  authprovider: 'AuthProvider',
  bundle: 'AiAuthoringBundle',
  buildingEnergyIntensityConfig: 'BldgEnrgyIntensityCnfg',
  cachePartition: 'PlatformCachePartition',
  Canvas: 'CanvasMetadata',
  catalogFilterCondition: 'SvcCatalogFilterCondition',
  catalogFilterCriteria: 'SvcCatalogFilterCriteria',
  catalogItem: 'SvcCatalogItemDef',
  catalogItemDefFiltrCrit: 'SvcCatalogItemDefFiltrCrit',
  category: 'SvcCatalogCategory',
  cmsConnectSource: 'CMSConnectSource',
  collection: 'WaveAnalyticAssetCollection',
  commandaction: 'CommandAction',
  config: 'NotificationTypeConfig',
  ConversationVendorFieldDefinition: 'ConversationVendorFieldDef',
  ConversationVendorInformation: 'ConversationVendorInfo',
  crt: 'Certificate',
  custompageweblink: 'CustomPageWebLink',
  datacategorygroup: 'DataCategoryGroup',
  dataconnector: 'DataConnector',
  dataSource: 'ExternalDataSource',
  datatype: 'CustomDataType',
  decisionMatrixVersion: 'DecisionMatrixDefinitionVersion',
  delivery: 'EventDelivery',
  deployment: 'RecordActionDeployment',
  digitalExperience: 'DigitalExperienceBundle',
  discovery: 'DiscoveryAIModel',
  dt: 'DocumentTemplate',
  eca: 'ExternalClientApplication',
  ecaCanvas: 'ExtlClntAppCanvasSettings',
  ecaGlblOauth: 'ExtlClntAppGlobalOauthSettings',
  ecaMobile: 'ExtlClntAppMobileSettings',
  ecaMobilePlcy: 'ExtlClntAppMobileConfigurablePolicies',
  ecaNotifications: 'ExtlClntAppNotificationSettings',
  ecaOauth: 'ExtlClntAppOauthSettings',
  ecaOauthPlcy: 'ExtlClntAppOauthConfigurablePolicies',
  ecaOauthSecurity: 'ExtlClntAppOauthSecuritySettings',
  ecaPlcy: 'ExtlClntAppConfigurablePolicies',
  ecaPush: 'ExtlClntAppPushSettings',
  ecaPushPlcy: 'ExtlClntAppPushConfigurablePolicies',
  ecaSamlPlcy: 'ExtlClntAppSamlConfigurablePolicies',
  ecaSmpl: 'ExtlClntAppSampleSettings',
  ecaSmplPlcy: 'ExtlClntAppSampleConfigurablePolicies',
  eventRelay: 'EventRelayConfig',
  experience: 'ExperienceBundle',
  expressionSetVersion: 'ExpressionSetDefinitionVersion',
  extDataTranFieldTemplate: 'extDataTranFieldTemplate',
  externalClientApp: 'ExternalClientApplication',
  ExternalStoragePrvdConfigSet: 'ExternalStoragePrvdConfig',
  feedFilter: 'CustomFeedFilter',
  flowtest: 'FlowTest',
  flowvaluemap: 'FlowValueMap',
  fulfillmentFlow: 'SvcCatalogFulfillmentFlow',
  function: 'FunctionReference',
  genAiPromptTemplateActivation: 'GenAiPromptTemplateActv',
  geodata: 'GeoData',
  goal: 'DiscoveryGoal',
  indx: 'CustomIndex',
  integrationProviderDefinition: 'IntegrationProviderDef',
  invocableactionextension: 'InvocableActionExtension',
  keywords: 'KeywordList',
  LeadConvertSetting: 'LeadConvertSettings',
  letter: 'Letterhead',
  marketingappextension: 'MarketingAppExtension',
  matchingRule: 'MatchingRules',
  messageChannel: 'LightningMessageChannel',
  mlDataDefinition: 'MLDataDefinition',
  mlPrediction: 'MLPredictionDefinition',
  mlRecommendation: 'MLRecommendationDefinition',
  model: 'DiscoveryAIModel',
  notifications: 'ApexEmailNotifications',
  oauthcustomscope: 'OauthCustomScope',
  oauthtokenexchangehandler: 'OauthTokenExchangeHandler',
  oip: 'OmniIntegrationProcedure',
  os: 'OmniScript',
  ouc: 'OmniUiCard',
  policy: 'AppointmentSchedulingPolicy',
  processflowmigration: 'ProcessFlowMigration',
  refdash: 'ReferencedDashboard',
  remoteSite: 'RemoteSiteSetting',
  rpt: 'OmniDataTransform',
  rule: 'ModerationRule',
  s3DataConnector: 'DataConnectorS3',
  salesAgreementSetting: 'SalesAgreementSettings',
  samlssoconfig: 'SamlSsoConfig',
  scf: 'Scontrol',
  SearchableObjDataSyncInfoSetting: 'SearchableObjDataSyncInfo',
  SearchCriteriaConfigurationSetting: 'SearchCriteriaConfiguration',
  serviceAISetupDescription: 'ServiceAISetupDefinition',
  serviceprocess: 'ServiceProcess',
  site: 'CustomSite',
  skilltype: 'SkillType',
  slackapp: 'SlackApp',
  snapshot: 'AnalyticSnapshot',
  stationaryAssetEnvSourceConfig: 'StnryAssetEnvSrcCnfg',
  story: 'DiscoveryStory',
  subscription: 'EventSubscription',
  testSuite: 'ApexTestSuite',
  type: 'IntegrationHubSettingsType',
  uadash: 'AnalyticsDashboard',
  uaviz: 'AnalyticsVisualization',
  uawork: 'AnalyticsWorkspace',
  uibundle: 'UIBundle',
  uiObjectRelationConfig: 'UIObjectRelationConfig',
  uiplugin: 'UiPlugin',
  uiview: 'UiViewDefinition',
  useraccesspolicy: 'UserAccessPolicy',
  vehicleAssetEmssnSourceConfig: 'VehicleAssetEmssnSrcCnfg',
  view: 'ViewDefinition',
  wapp: 'WaveApplication',
  wcomp: 'WaveComponent',
  wdash: 'WaveDashboard',
  wdf: 'WaveDataflow',
  wdpr: 'WaveRecipe',
  wds: 'WaveDataset',
  weblink: 'CustomPageWebLink',
  wlens: 'WaveLens',
  xmd: 'WaveXmd',
  xml: 'EmailServicesFunction',
  xorghub: 'XOrgHub',
};

/** Metadata types by the ending of their files. */
export const CARRIED_TYPES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    NAMED_AS_TYPE.trim()
      .split(/\s+/)
      .map((ending) => [ending, `${ending.charAt(0).toUpperCase()}${ending.slice(1)}`]),
  ),
  ...NAMED_OTHERWISE,
};

/** The names of those types. */
export const CARRIED_TYPE_NAMES: ReadonlySet<string> = new Set(Object.values(CARRIED_TYPES));
