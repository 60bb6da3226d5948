trigger NominationTrigger on Nomination__c(before insert, before update) {
    NominationTriggerHandler.handle();
}
