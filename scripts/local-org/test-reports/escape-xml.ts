const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for an XML file: no markup in it, and no character that XML can't hold. */
export function escapeXml(text: string): string {
  return text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f]/g, '?').replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
