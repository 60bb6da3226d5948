trigger OpportunityTrigger on Opportunity(before delete, after update, after delete, after undelete) {
    OpportunityTriggerHandler.handle();
}
