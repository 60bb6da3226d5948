trigger AccountTrigger on Account(after update) {
    AccountTriggerHandler.handle();
}
