import { Editor, FieldFaults, Readings, SourcePicker, TwoTexts } from './editor.tsx';

export const title = 'Editor';
export const why = 'For whoever writes an answer: the text, what is counted in it, and how it will look.';
export const examples = {
  'A text in hand': () => (
    <Editor
      shown={
        <>
          <h2>How it will look</h2>
          <p>A tremor is a rhythm that a muscle keeps without being asked.</p>
        </>
      }
    >
      <Readings
        readings={[
          { name: 'Words', value: '41 of 60' },
          { name: 'School year', value: '7.2', over: 'more than 6' },
        ]}
      />
      <FieldFaults
        id="ui-faults"
        faults={[{ where: 'Line 4.', says: 'The sentence with “16” has no source. Add [@key] before its full stop.' }]}
      />
    </Editor>
  ),
  'Sources that were found': () => (
    <SourcePicker
      sources={[
        {
          cite: '[@albanese2013]',
          title: 'Phenomenology and classification of dystonia',
          text: 'Albanese et al. · 2013',
        },
      ]}
    />
  ),
  'Two texts': () => (
    <TwoTexts
      texts={[
        { title: 'What you wrote', text: 'The hand shakes at rest.', lang: 'en' },
        { title: 'What readers see by now', text: 'The hand shakes when it moves.', lang: 'en' },
      ]}
    />
  ),
};
