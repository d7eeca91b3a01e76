const colours = [
  ['paper', 'the page'],
  ['wash', 'a quiet area'],
  ['ink', 'text'],
  ['ink-soft', 'second voice'],
  ['tarn', 'links, choices, data'],
  ['tarn-wash', 'knowledge, added'],
  ['lichen', 'people'],
  ['lichen-wash', 'room for people'],
  ['rowan', 'urgent, error'],
  ['rowan-wash', 'alarm, removed'],
  ['stone-fill', 'stones'],
] as const;

export const title = 'Colour and type';
export const why =
  'Blue is knowledge and the way to it, lichen is people, red is alarm and nothing else. Piazzolla for headings, Atkinson Hyperlegible Next for everything read.';
export const examples = {
  Colours: () => (
    <ul class="swatches" role="list">
      {colours.map(([name, use]) => (
        <li>
          <span class={`swatch ${name}`}></span>
          <b>{name}</b> {use}
        </li>
      ))}
    </ul>
  ),
  Type: () => (
    <div class="flow">
      <p class="like-h1">What is dystonia?</p>
      <h3>I stopped hiding my hand</h3>
      <h4>The same as a table</h4>
      <p class="lede">Parts of the body twist, pull or hold a position without your meaning them to.</p>
      <p>
        Emphasis is <em>a little heavier</em>, never slanted. A link <a href="#ui-tokens">looks like this</a>. Il1 O0 rn
        m.
      </p>
      <p class="small soft">The smallest size, in the second voice: 0123456789.</p>
    </div>
  ),
};
