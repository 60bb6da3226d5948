trigger FavouriteAdvocateTrigger on Favourite_Advocate__c(before insert, before update) {
    FavouriteAdvocates.fill((List<Favourite_Advocate__c>) Trigger.new);
}
