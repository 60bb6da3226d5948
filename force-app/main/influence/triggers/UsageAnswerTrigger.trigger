trigger UsageAnswerTrigger on Usage_Answer__c(before insert) {
    UsageAnswers.fill((List<Usage_Answer__c>) Trigger.new);
}
