trigger PermissionRequestTrigger on Permission_Request__c(
    before insert,
    after insert,
    before update,
    after update,
    after delete
) {
    PermissionRequestTriggerHandler.handle();
}
