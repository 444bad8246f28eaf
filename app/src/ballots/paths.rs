//! Addresses of the voting pages.

use crate::web::path::paths;

paths! {
    /// The code from the letter.
    EnterCode = "/stem";
    /// The ballot.
    Choose = "/stem/kiezen";
    /// One more look.
    Review = "/stem/controle";
    /// The vote is in.
    Done = "/stem/klaar";
}
