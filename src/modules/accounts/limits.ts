/** What limits are counted under that are about one address or account, each once, so that an erasure finds them all. */
const about = {
  linkPressed: (address: string) => `link pressed ${address}`,
  linksTo: (address: string) => `links to ${address}`,
};

export const { linkPressed, linksTo } = about;

/** All of them, for somebody who is to be forgotten. */
export const limitsAbout = ({ email }: { email: string }): string[] => Object.values(about).map((key) => key(email));
