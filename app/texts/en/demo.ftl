### In the demo only.

title = Demo: look around in Veenhaven
warning = This is an example
warning_text = The municipality of Veenhaven does not exist. Everything here is made up and public. Do not put anything real in here.

people-title = Look around as somebody else
people-text = Press a button and you are signed in. Or sign in yourself with the password «{ $password }».
people-button = Become { $role }

codes-title = Voting codes to try
codes-text = In real life a code like this is in a letter. Copy one here:
codes-none = There is no round now in which you can vote.
codes-envelope = Spare envelope { $number }:

card-title = The key cards of the ballot boxes
card-text = In real life three organisations keep these cards. After voting closes, two of them open the ballot box. Paste a whole card into the field of row 1.

clock-title = Move the clock forward
clock-text = Here it is now { $now }. Move the clock forward, and the phases go on by themselves.
clock-button = Forward to: { $phase }
