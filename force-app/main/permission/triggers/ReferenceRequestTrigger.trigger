trigger ReferenceRequestTrigger on Reference_Request__c(before insert) {
    ReferenceRequestTriggerHandler.handle();
}
