trigger InfluenceEntryTrigger on Influence_Entry__c(before insert, before update, before delete) {
    InfluenceEntryTriggerHandler.handle();
}
