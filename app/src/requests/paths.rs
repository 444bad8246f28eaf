//! Address of what waits for a second person.

use domain::id::RequestId;

use crate::web::path::paths;

paths! {
    /// An act that somebody asked for.
    Show { request: RequestId } = "/werk/verzoeken/{request}";
}
