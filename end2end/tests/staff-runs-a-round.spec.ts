// One round from the first setting to a filled job. It moves the clock of the server, which all stories share: so it
// runs once, after the others (playwright.config.ts).
import { test } from '../people';
import * as deciding from '../story/deciding';
import * as preparing from '../story/preparing';
import { Story } from '../story/round';
import * as voting from '../story/voting';

const STEPS: [string, (story: Story) => Promise<void>][] = [
  ['adds the wijk', preparing.addsTheWijk],
  ['sets up the round; what is missing or out of order is told', preparing.setsUpTheRound],
  ['nobody sees a draft', preparing.nobodySeesADraft],
  ['opens it for proposals, with a reason', preparing.opensItForProposals],
  ['a resident proposes three jobs', preparing.aResidentProposes],
  ['goes on to the checks', preparing.goesOnToTheChecks],
  ['staff answer, a reviewer decides', preparing.aReviewerDecides],
  ['publishes the ballot; the hash of the rules is that of the file', preparing.publishesTheBallot],
  ['makes three key cards, each shown once', voting.makesTheKeyCards],
  ['tries two of them: what is wrong is named and never sent back', voting.triesTheCards],
  ['prints five letters', voting.printsTheLetters],
  ['opens the vote; before that no code opens anything', voting.opensTheVote],
  ['two residents vote; one of them thinks again', voting.twoResidentsVote],
  ['a letter is lost: the desk asks, another agrees', voting.aLetterIsLost],
  ['nobody sees a tally', voting.nobodySeesATally],
  ['nobody closes the vote early', voting.nobodyClosesEarly],
  ['the clock passes the closing', voting.theClockPassesTheClosing],
  ['counts with two other cards; a mistyped one opens nothing', deciding.countsWithTheCards],
  ['the outcome: most votes first, the cheapest at a tie, and a reason in every line', deciding.theOutcomeGivesReasons],
  ['of two voters the comparison says nothing', deciding.theComparisonSaysNothing],
  ['a letter is looked up: its envelope is there, or not, or it was cancelled', deciding.lettersAreLookedUp],
  ['objections by staff, council by the clock', deciding.goesOnToTheCouncil],
  ['the clerk writes down that one job does not go on, and why', deciding.theClerkWritesDown],
  ['staff follow the job until somebody works there', deciding.staffFollowTheJob],
];

test('the Smederij runs a round from its settings to a filled job', async ({ page, people }) => {
  test.setTimeout(400_000);
  await people.become(page, 'smederij');
  const story = new Story(page, await people.open(), people);
  for (const [what, deed] of STEPS) await test.step(what, () => deed(story));
});
