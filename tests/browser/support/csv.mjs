// A strict CSV parser (RFC 4180): CRLF line ends, doubled quotes inside quotes, the same number of
// fields in every record. Stricter than the RFC: no line breaks in fields.

/** The records as objects keyed by the names in the first line. */
export function parseCsv(text) {
  if (!text.endsWith("\r\n")) throw new Error("the last line does not end in CRLF");
  const [names, ...records] = text.slice(0, -2).split("\r\n").map(fieldsOf);
  return records.map((fields, index) => {
    if (fields.length !== names.length) {
      throw new Error(`record ${index + 1} has ${fields.length} fields, not ${names.length}`);
    }
    return Object.fromEntries(names.map((name, column) => [name, fields[column]]));
  });
}

function fieldsOf(line) {
  const fields = [];
  let at = 0;
  for (;;) {
    const field = /(?:"((?:[^"\r\n]|"")*)"|([^",\r\n]*))(,|$)/y;
    field.lastIndex = at;
    const found = field.exec(line);
    if (!found) throw new Error(`not CSV from character ${at + 1}: ${line}`);
    fields.push(found[1]?.replaceAll('""', '"') ?? found[2]);
    at = field.lastIndex;
    if (found[3] === "") return fields;
  }
}
