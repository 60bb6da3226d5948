trigger ReferenceInfluenceTrigger on Reference_Influence__c(
    before insert,
    after insert,
    before update,
    after update,
    after delete,
    after undelete
) {
    ReferenceInfluenceTriggerHandler.handle();
}
