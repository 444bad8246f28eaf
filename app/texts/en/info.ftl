### The first page and everything that is mostly read.

home-title = Wijkbanen
home-sentence = You choose which useful work comes to your neighbourhood.
home-lead = This makes jobs for people who cannot find a regular job. Everybody in the neighbourhood may take part.
home-others = Other rounds
home-help = Do you need help?
home-help_at = Walk in at { $places }. We explain everything and help you.
home-help_anywhere = Walk in at the community centre. We explain everything and help you.
home-help_more = More about help

home-now-vote = You can vote now
home-now-propose = You can send in a proposal now
home-now-ballot = The ballot is known
home-now-outcome = The outcome is known
home-now-look = A round is going on

home-button-vote = Vote now
home-button-propose = Send in your proposal
home-button-ballot = See the ballot
home-button-outcome = See the outcome
home-button-look = See the round

home-none-title = There is no round now
home-none-text = As soon as a round begins, you will see it here.
home-none-make = Make a round

home-how-title = This is how it goes
home-how-more = Read how it works
home-how-propose = 1. An idea
home-how-propose_text = You think of work that nobody does now.
home-how-check = 2. A check
home-how-check_text = We check that it costs nobody a paid job.
home-how-vote = 3. Voting
home-how-vote_text = You choose with your letter. Nobody sees what you choose.
home-how-work = 4. To work
home-how-work_text = The council decides. Then somebody can start.

explain-title = How does it work?
explain-lead = In a round, residents choose which work becomes a neighbourhood basic job.

explain-s1-title = What is a neighbourhood basic job?
explain-s1-text =
    A neighbourhood basic job is permanent or long-term work at an organisation in your neighbourhood. In Dutch it is called a wijkbasisbaan. It is for people who cannot find a regular job.
    The work is useful and nobody does it now. For example: serving coffee in the community centre, or lending out tools.
    One job costs the municipality € 17,000 a year at most.

explain-s2-title = Who may take part?
explain-s2-text =
    Everybody in the neighbourhood may send in a proposal. You make an account for that. Or you tell your idea in the community centre.
    You can vote with the letter that you get at home. You do not need an account for that.

explain-s3-title = What is the fair-work check?
explain-s3-text =
    A neighbourhood basic job may cost nobody their paid job. That is why we ask 15 questions about every proposal.
    Is an answer red? Then the proposal cannot go on. Is it orange? Then we first ask somebody else for an opinion.
    The answers are public. They stand with the proposal.

explain-s4-title = How do we count?
explain-s4-text =
    Every neighbourhood has its own amount of money. There are two ways to count. In one, the most votes go first. In the other, every voter gets an equal share of the money.
    The municipality chooses the way before the round begins. You find it in the rules of the round.
    Are two proposals equal? Then the cheapest goes first, then the one with the most votes. Is that equal too? Then the lot decides. We draw that lot before voting.
explain-s4-more = How votes become jobs: an example in pictures

explain-s5-title = Who takes the decision?
explain-s5-text =
    The council. Does the council depart from your choice? Then it says why for each job.
    The choice of the residents and the decision of the council both stay on this site.

safe-title = How safe is this?
safe-lead = Nobody sees what you choose. Everybody can count the votes again.

safe-s1-title = Your vote is secret
safe-s1-text =
    There is a code in your letter. That code belongs to no name in our computer.
    When you vote, your vote goes into a sealed envelope. The seal can only be made with your code.
    We do not write down anywhere which letter has been used.

safe-s2-title = Nobody can add votes
safe-s2-text =
    Before voting we publish the list of all seals. A vote without a seal from that list does not count.
    When the ballot box closes, a fingerprint of it goes into the journal. Only after that is the box opened.

safe-s3-title = Nobody can look in between
safe-s3-text =
    The ballot box is locked. The key is not in the computer, but divided over cards with different organisations. One card is not enough.
    The box is opened only after voting closes. Until then nobody sees an outcome, and neither do we.
    After the count everybody gets the key. You can open each envelope yourself and count everything again. Still nobody sees whose vote is whose.
    Only in a trial round, for practising, may one card be enough. Every page of that round then says so.

safe-s4-title = You may vote again
safe-s4-text =
    Until the ballot box closes, you may vote again. Only your last vote counts.
    Lost your letter? Come to us. Two members of staff cancel the old letter. Was it used to vote? Then that vote does not count.
    Nobody counts alone. Two members of staff open the ballot box together. The journal says so.

safe-s6-title = Afterwards nobody knows any more
safe-s6-text =
    Two weeks after the outcome we destroy the list of letters, the secret of the round and the key cards. Until then you can complain with your letter in hand.
    After that nobody can find out any more which vote was whose. Not even we can, and not with your letter either. Only people who kept their own words find their own vote again.
    The journal says when it happened. So does the page of each round.

safe-s5-title = What we cannot promise
safe-s5-text =
    You can show your three words to somebody. Then a vote can be sold or forced. If so, vote again, or come to us. You do not have to keep the words.
    A virus on your phone can vote for something you did not mean. Check your words later on another device.
    Our computer sees your vote for a very short time and keeps nothing of it. You trust that we use the public software.
    Without JavaScript our computer chooses the three words. That is a little less strong.
    Whoever has your letter can vote for you. Whoever printed the letters could have copied codes. So two members of staff do that together.
    Whoever can reach the database can throw votes away while the ballot box is open. Only somebody who looks for their own words later sees that.
    Whoever has enough key cards and can also reach the database, can find out which vote belongs to which letter number.
    This is not an election under the Dutch Elections Act. The council takes the decision.

keys-none = There is no round with key cards now.
keys-how_many = The ballot box of this round has { $total } key cards. It takes { $needed } of them. These organisations keep them:
keys-alone = The ballot box of this trial round has one key card. It is kept by:

accessibility-title = Accessibility
accessibility-lead = Everybody must be able to use this site.

accessibility-s1-title = What we do
accessibility-s1-text =
    We build to WCAG 2.2, level AA. Every page works with a keyboard and without JavaScript.
    Colour is never the only sign. The letters are large and you can make them larger.
    At every change a program checks all pages.

accessibility-s2-title = What has not been done yet
accessibility-s2-text = There is no audit by an independent party yet. There is no voice yet that reads the proposals aloud.

accessibility-s3-title = Does something not work?
accessibility-s3-text = Tell us in the community centre. You can also get help with voting there.

privacy-title = Privacy
privacy-lead = We keep as little as possible.

privacy-s1-title = When you vote
privacy-s1-text =
    We do not know who you are. The letters are made without names in this system.
    With your vote we keep no address of your computer, and no time.

privacy-s2-title = When you send in a proposal
privacy-s2-text =
    We keep your sign-in name and your name. Others do not see your name.
    Your proposal is public. So do not put names in it, and nothing about people's illness or money.

privacy-s3-title = Who does the work
privacy-s3-text = Nowhere on this site can you see who gets a neighbourhood basic job. We keep nothing about benefits.

privacy-s4-title = Cookies
privacy-s4-text = We only use cookies that are needed: to stay signed in and to vote. We also remember for a year that you signed in on this device. That way nobody else can keep you out. Nobody follows you here.

help-title = Help
help-lead = You do not have to do it alone.

help-s1-title = In the community centre
help-s1-text =
    In the community centre there are people who help you. They explain how it works. You choose yourself, and nobody looks.
    You can also tell an idea there. We write it down for you.

help-s2-title = No letter, or lost your letter?
help-s2-text = Bring something that shows who you are. Then you will get help in the community centre.

help-s3-title = Is something not safe?
help-s3-text = Do you see a mistake that lets others do something they may not? Tell the administrator of the municipality. Do not put it on the internet.
