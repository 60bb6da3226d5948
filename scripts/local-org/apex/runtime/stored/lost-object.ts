/** What was stored of an object can't become one again: its class, its object or a constant is gone. */
export class LostObject extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'LostObject';
  }
}
