/** crypto.randomUUID is missing where a page comes over plain HTTP from another machine. */
export function uuid() {
  if (crypto.randomUUID) {
    return crypto.randomUUID();
  }
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((it) => it.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

// Without 0, O, 1, I, L and U: it is read out over the telephone.
const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A number for a shipment, such as FH200701-7K3F-9QTM: by the day, and 6·10¹¹ a day. */
export function shipmentNumber(now) {
  const day = new Date(now + 8 * 3_600_000).toISOString().substring(2, 10).replaceAll('-', '');
  const random = [...crypto.getRandomValues(new Uint16Array(8))].map((it) => LETTERS[it % LETTERS.length]).join('');
  return `FH${day}-${random.substring(0, 4)}-${random.substring(4)}`;
}
