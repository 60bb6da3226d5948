trigger ReferenceRequestTrigger on Reference_Request__c(before insert, before update) {
    ReferenceRequestTriggerHandler.handle();
}
