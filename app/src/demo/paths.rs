//! Addresses of the demo.

use crate::web::path::paths;

paths! {
    /// People to be, codes to vote with, a clock to move.
    Demo = "/demo";
    /// Becoming somebody.
    Become = "/demo/inloggen";
    /// Moving the clock.
    Forward = "/demo/klok";
}
