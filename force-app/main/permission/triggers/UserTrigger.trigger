trigger UserTrigger on User(after update) {
    UserTriggerHandler.handle();
}
