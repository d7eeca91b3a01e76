/** The act under which it is noted that somebody read more in a day than looks like reading. */
export const passed = 'reading.passed';
