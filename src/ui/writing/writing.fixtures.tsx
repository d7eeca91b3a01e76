import { Gentle, HelpLines, MarkedText, Preview, SaveLine } from './writing.tsx';

export const title = 'Writing';
export const why = 'Short is fine, nothing is lost, and what may say too much is shown before anybody reads it.';
export const examples = {
  'Easy on hands and eyes': () => (
    <Gentle
      title="Easy on hands and eyes"
      points={['One line is fine.', 'There is no time limit.']}
      withScript="Everything is saved as you go."
    />
  ),
  'Where the words are': () => <SaveLine>Saved at 21:14. No time limit.</SaveLine>,
  'Words to look at again': () => (
    <MarkedText
      text={'I am 34, the only piano tuner in Smallville.\nWrite to tuner@example.org.'}
      marks={[
        { start: 0, end: 7, href: '#ui-writing', alarm: false },
        { start: 54, end: 71, href: '#ui-writing', alarm: true },
      ]}
    />
  ),
  'How it will look': () => (
    <Preview caption="What everyone reads">
      <p>My pen began to crawl off the line by itself.</p>
    </Preview>
  ),
  'Somebody to talk to': () => (
    <HelpLines
      title="You need not be alone with this"
      lede="Somebody answers, now, whoever you are."
      lines={[
        {
          number: '116 123',
          service: 'An example line.',
          hours: 'Day and night.',
          source: { text: 'Their page', href: 'https://example.org' },
        },
      ]}
    />
  ),
};
