import type { Experience } from '#modules/experiences/index.ts';

/** Something that nobody lived: invented for the demonstration, and marked so on every page. */
export type Invented = Pick<Experience, 'language' | 'title' | 'body' | 'authorName'> &
  Partial<Pick<Experience, 'questionId' | 'relation' | 'yearsSince' | 'contentNotes' | 'audience'>> & {
    condition: string;
    replies?: readonly { authorName: string | null; body: string; language?: string }[];
  };

type More = Partial<Omit<Invented, 'condition' | 'language' | 'authorName' | 'title' | 'body'>>;
const written =
  (language: string) =>
  (condition: string, authorName: string | null, title: string, body: string, more: More = {}): Invented => ({
    condition,
    language,
    authorName,
    title,
    body,
    ...more,
  });
const en = written('en');
const es = written('es');
const whatIsIt = { questionId: 'what-is-it' };
const living = { questionId: 'living-with-it' };

/** The newest first. Several are under one condition, so that a list has more than one page. */
export const inventedExperiences: readonly Invented[] = [
  en(
    'dystonia',
    'Maren',
    'I stopped hiding my hand',
    'My pen began to crawl off the line by itself. I changed hands, then I changed to a keyboard, and for two years I told nobody why. Then I said it out loud at work. Nobody laughed. They asked what I needed.',
    {
      ...whatIsIt,
      yearsSince: '5-to-10',
      replies: [
        { authorName: 'Ilias', body: 'I read this on a bad day. I told my neighbour the next morning.' },
        { authorName: null, body: 'Lo dije hoy en mi trabajo. Me temblaba la voz, y no pasó nada.', language: 'es' },
      ],
    },
  ),
  en(
    'dystonia',
    'Ilias',
    'The bus driver thought I was asleep',
    'My eyes shut at the worst moments, on stairs, at crossings. Injections give me most of the day back, not every day. On the others I count steps, and I ask for an arm. People are kinder than I had feared.',
    {
      ...whatIsIt,
      yearsSince: '1-to-5',
      replies: [{ authorName: 'Maren', body: 'Counting steps. Yes. And one hand on the wall.' }],
    },
  ),
  es(
    'dystonia',
    null,
    'Un dedo en la barbilla',
    'Con un toque suave, la cabeza vuelve al frente. Parece que estoy pensando mucho. Mi hija lo hace también ahora, para acompañarme.',
    {
      ...whatIsIt,
      replies: [
        {
          authorName: 'Teodora',
          body: 'The same finger, the same chin. Mine looks very wise in photographs.',
          language: 'en',
        },
      ],
    },
  ),
  en(
    'dystonia',
    'Teodora',
    'What I keep in the bag',
    'A straw, a card that says what I have, and a pen as thick as a carrot. The card was hardest to write and is the one I use most.',
    living,
  ),
  en('dystonia', 'The Gardener', '', 'Mornings are soft. I do everything that needs hands before ten.', living),
  en(
    'dystonia',
    null,
    'Six names before this one',
    'A trapped nerve. Stress. A bad chair. Age. A habit. “You are too tense.” The seventh had a name that I could look up, and I cried in the car, from relief.',
    {
      questionId: 'how-diagnosed',
      yearsSince: 'under-1',
      replies: [{ authorName: null, body: 'Mine was four. I kept the list, too.' }],
    },
  ),
  es(
    'dystonia',
    'Río',
    'Mi madre y los botones',
    'Tardaba mucho en abrocharse el abrigo y no dejaba que nadie la ayudara. Le cosí imanes detrás de los botones. Por fuera no se nota. Por dentro, es otra persona.',
    { ...living, relation: 'parent' },
  ),
  en(
    'dystonia',
    'Sanna',
    'I learned to wait',
    'I used to finish his sentences and his buttons. He asked me once, quietly, to let him be slow. It was the most useful thing anybody told me about this illness.',
    { ...living, relation: 'partner', yearsSince: '5-to-10' },
  ),
  en(
    'dystonia',
    null,
    'The needle, without pretending',
    'Nobody had told me that it would hurt a little and help a lot, and that the help would wear off like a tide. Now I write the good weeks down, so that I believe in them in the bad ones.',
    { questionId: 'how-treated', contentNotes: ['medical-detail'], yearsSince: '1-to-5' },
  ),
  es(
    'dystonia',
    'Alba la del faro',
    'Lo que no me ayudó',
    'Que me dijeran que me relajara. Los consejos de quien no preguntó. Y mirarme en los escaparates.\n\nLo que sí:\n\n- Sentarme antes de cansarme.\n- Reírme con mi hermana.\n- Decir «hoy no» sin dar explicaciones.',
    living,
  ),
  en('dystonia', 'Quill', '', 'My neck and I have agreed to disagree. It looks left, I look right, we get there.', {
    yearsSince: 'over-10',
  }),
  en(
    'dystonia',
    null,
    'Our child draws with the other hand now',
    'For months we corrected the grip. Then we stopped correcting and bought thicker chalk. The drawings got bigger, and so did the laughing.',
    { relation: 'child', ...living },
  ),
  en(
    'dystonia',
    'Ferry',
    'Work, honestly',
    'I told my manager before I told my friends. We moved my hours to the afternoon. I do the same work as before, at another time of day, and nobody has noticed anything but that I smile more.',
    { questionId: 'living-with-it', yearsSince: '1-to-5' },
  ),
  es('dystonia', null, '', 'Hoy pude enhebrar una aguja. Eso era todo.', { yearsSince: 'over-10' }),
  en(
    'dystonia',
    null,
    'When my brother died, it got worse',
    'For a year my whole body was louder. I thought that it would stay like this. It did not. Grief sat down in the end, and so did my shoulders.',
    { contentNotes: ['death'], yearsSince: '5-to-10' },
  ),
  en(
    'dystonia',
    'Nettle',
    'Strangers and their questions',
    'I have three answers, short, medium and long. The short one is “my muscles do that”. It is enough for a queue at the baker’s.',
    { ...living, replies: [{ authorName: null, body: 'I am stealing the short one. Thank you.' }] },
  ),
  en(
    'dystonia',
    'Marl',
    'It is not in my head',
    'It is, of course, in my brain. But that is not what they meant, and we both knew it.',
    {
      questionId: 'what-causes-it',
    },
  ),
  es(
    'dystonia',
    'Saúco',
    'El primer día',
    'Si pudiera hablar con la que fui el primer día, le diría: no leas toda la noche. Duerme. Mañana seguirá teniendo nombre, y tú seguirás siendo tú.',
    { ...whatIsIt, yearsSince: 'over-10' },
  ),
  en(
    'dystonia',
    null,
    'Dancing, though',
    'I cannot hold a cup still, and I can dance. Nobody has been able to tell me why in words that I understand. I have stopped asking, and gone on dancing.',
    { questionId: 'what-happens-inside' },
  ),
  en('dystonia', 'Burr', '', 'Tell people early. The hiding was more tiring than the illness.', {
    yearsSince: '1-to-5',
  }),
  en(
    'dystonia',
    null,
    'A clinic on a Tuesday',
    'I look after people with this at work. The ones who bring a page with three questions get more out of ten minutes than I can give to those who bring none. Bring the page. Bring somebody who listens, too.',
    { relation: 'work', questionId: 'how-treated' },
  ),
  en('dystonia', 'Larch', 'Between us', 'I still practise my signature at night, and nobody knows but you.', {
    audience: 'members',
  }),
  es(
    'dystonia',
    null,
    'Entre nosotros',
    'Me da más vergüenza comer delante de otros que caminar torcido. Aquí lo puedo decir.',
    {
      audience: 'members',
    },
  ),
  en(
    'dystonia',
    'Wren',
    'Thirty years in a paragraph',
    'First I fought it, then I ignored it, then I read everything. Now I live beside it, as one lives beside a railway line. Visitors hear the trains. I mostly do not.',
    { yearsSince: 'over-10', questionId: 'how-it-progresses' },
  ),
  en(
    'cervical-dystonia',
    'Heron',
    'Driving again',
    'I asked for a test of my driving instead of guessing. They moved my mirrors and my seat. I drive short ways, in daylight, and I park far from other cars.',
    { ...living, yearsSince: '1-to-5' },
  ),
  es('cervical-dystonia', 'Jara', 'La almohada', 'Probé nueve. La buena era una toalla enrollada.', living),
  en(
    'cervical-dystonia',
    null,
    '',
    'At the cinema I sit on the right. The film is on my left, and so is my head.',
    whatIsIt,
  ),
  en(
    'blepharospasm',
    'Ilias',
    'Dark glasses at breakfast',
    'My grandchildren think that I am a spy. I have not denied it.',
    { ...living, yearsSince: '1-to-5' },
  ),
  es(
    'blepharospasm',
    null,
    'Cruzar la calle',
    'Levanto la mano, como en la escuela. Los coches paran. Siempre hay alguien que dice «pase».',
    living,
  ),
  en(
    'writers-cramp',
    'Maren',
    '',
    'I sign with a stamp now. The bank needed four letters and two visits. Then it simply worked.',
    living,
  ),
  en(
    'musicians-dystonia',
    'Reed',
    'The finger that would not come back',
    'I lost a piece that I had played for years. I teach it now, and hear it from hands that can. Some days that is enough. Other days I close the lid.',
    {
      yearsSince: '5-to-10',
      replies: [{ authorName: null, body: 'I close the lid, too. And open it again on Sundays.' }],
    },
  ),
  en(
    'laryngeal-dystonia',
    'Hush',
    'The phone',
    'I ring people and begin with “my voice breaks, it is not the line”. They wait. Almost all of them wait.',
    living,
  ),
  es('essential-tremor', 'Olmo', 'La sopa', 'Pido la taza, no el plato hondo. Nadie pregunta. La sopa sabe igual.', {
    ...living,
    yearsSince: 'over-10',
  }),
  en(
    'essential-tremor',
    null,
    '',
    'My father’s hands shook like this, and he carved spoons. I have begun with butter knives.',
    {
      questionId: 'inherited',
    },
  ),
  en(
    'parkinson-disease',
    'Tarn',
    'The doorway',
    'My feet stop at doors as if there were a line. I hum a march, and they go. The neighbours have learned the tune.',
    { ...living, yearsSince: '5-to-10' },
  ),
  es(
    'parkinson-disease',
    'Encina',
    'Cuidar sin apretar',
    'Aprendí tarde que ayudar no es hacerlo todo. Le dejo la cuchara. Me quedo cerca. Los dos estamos mejor.',
    { ...living, relation: 'partner', yearsSince: 'over-10' },
  ),
  en(
    'huntington-disease',
    null,
    'To know or not',
    'My sister took the test, I did not, and we are both right. We do not speak of it at the table. We do laugh at the table.',
    { questionId: 'inherited', contentNotes: ['death'] },
  ),
  en(
    'tourette-syndrome',
    'Magpie',
    '',
    'The quieter I try to be, the louder it gets. So I told the library. They gave me the corner by the window.',
    living,
  ),
  en(
    'restless-legs-syndrome',
    null,
    'Two in the morning',
    'The whole house sleeps and I walk. I have mended all the socks there are. If you are up as well: hello.',
    { ...living, replies: [{ authorName: 'Magpie', body: 'Hello. Ironing, here.' }] },
  ),
];
