trigger AdvocateTrigger on Advocate__c(before insert, before update, after update) {
    AdvocateTriggerHandler.handle();
}
