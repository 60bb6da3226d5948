trigger OpportunityTrigger on Opportunity(after update, after delete, after undelete) {
    OpportunityTriggerHandler.handle();
}
