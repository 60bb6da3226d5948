trigger AdvocateTrigger on Advocate__c(before insert, before update) {
    AdvocateTriggerHandler.handle();
}
