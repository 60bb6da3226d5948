trigger AdvocateConsentTrigger on Advocate_Consent__c(before insert, before update, before delete) {
    AdvocateConsentTriggerHandler.handle();
}
