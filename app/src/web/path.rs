//! Addresses as types: the route, its parsing and a link to it come from one line.

/// Declares the addresses of a subject, without a language.
///
/// Each is a `TypedPath` of axum-extra: the table of pages takes the route from it, a handler takes its parts from it,
/// and printing it gives the link. What cannot be read, such as half an id, does not exist.
macro_rules! paths {
    () => {};
    // Nothing to parse: a route and a link.
    ($(#[$doc:meta])* $name:ident = $path:tt; $($rest:tt)*) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, axum_extra::routing::TypedPath)]
        #[typed_path($path)]
        pub struct $name;
        crate::web::path::paths! { $($rest)* }
    };
    ($(#[$doc:meta])* $name:ident { $($field:ident: $type:ty),+ } = $path:tt; $($rest:tt)*) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, serde::Deserialize, axum_extra::routing::TypedPath)]
        #[typed_path($path, rejection(crate::web::error::AppError))]
        pub struct $name {
            $(pub $field: $type),+
        }
        crate::web::path::paths! { $($rest)* }
    };
}

pub(crate) use paths;
