trigger AccountTrigger on Account(after update, before delete, after delete) {
    AccountTriggerHandler.handle();
}
