trigger ContactTrigger on Contact(after delete) {
    ContactTriggerHandler.handle();
}
