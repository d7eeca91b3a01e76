/** The SHA-256 of a text, in groups of eight that an eye can compare. Copied, it is whole. */
export const Fingerprint = ({ of }: { of: string }) => (
  <code class="fingerprint">
    {(of.match(/.{1,8}/gu) ?? []).map((group) => (
      <span>{group}</span>
    ))}
  </code>
);
