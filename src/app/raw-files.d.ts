/** A file as text; Vite puts it into the bundle. */
declare module '*.md?raw' {
  const text: string;
  // eslint-disable-next-line no-restricted-syntax -- Vite calls it so
  export default text;
}
