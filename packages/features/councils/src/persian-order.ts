/** Letters whose code point is not where the Persian alphabet has them, and the letter that they follow. Written as code points: SQL text is ASCII. */
const AFTER: readonly (readonly [letter: number, follows: string])[] = [
  [0x067e, '1576'],
  [0x0686, '1580'],
  [0x0698, '1586'],
  [0x06af, '1602, 65533'],
  [0x06a9, '1602'],
  [0x0647, '1608'],
];

/** SQL that sorts a text column as the Persian alphabet does; code point order puts pe after sin and kaf after vav. */
export const persianOrderSql = (column: string): string =>
  AFTER.reduce((text, [letter, follows]) => `replace(${text}, char(${letter}), char(${follows}, 65533))`, column);
