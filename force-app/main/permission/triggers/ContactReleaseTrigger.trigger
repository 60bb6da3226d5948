trigger ContactReleaseTrigger on Contact_Release__c(before insert, before update, before delete) {
    ContactReleaseTriggerHandler.handle();
}
