declare module 'fontkit' {
  interface Glyph {
    advanceWidth: number;
    path: { scale(x: number, y: number): { commands: { command: string; args: number[] }[] } };
  }
  export interface Font {
    unitsPerEm: number;
    hasGlyphForCodePoint(code: number): boolean;
    glyphForCodePoint(code: number): Glyph;
  }
  export function openSync(file: string): Font;
}
