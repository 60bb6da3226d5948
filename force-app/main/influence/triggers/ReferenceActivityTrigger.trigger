trigger ReferenceActivityTrigger on Reference_Activity__c(
    before insert,
    after insert,
    before update,
    after update,
    after delete,
    after undelete
) {
    ReferenceActivityTriggerHandler.handle();
}
