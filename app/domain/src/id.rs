//! Typed ids: a wijk can never be passed where a round is meant.

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(uuid::Uuid);

        impl $name {
            /// The id behind an existing `Uuid`.
            #[must_use]
            pub const fn new(uuid: uuid::Uuid) -> Self {
                Self(uuid)
            }

            /// The 16 bytes, for hashes and commitments.
            #[must_use]
            pub const fn bytes(&self) -> &[u8; 16] {
                self.0.as_bytes()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.as_hyphenated().fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )+};
}

id! {
    /// One proposal-and-voting round in one or more wijken.
    RoundId;
    /// A neighbourhood or village (wijk, dorp) with its own budget in a round.
    WijkId;
    /// What residents hand in: work that could become a wijkbasisbaan.
    ProposalId;
    /// Somebody with an account. Voters have none: they have a code.
    PersonId;
    /// A wijkbasisbaan that the council adopted.
    JobId;
    /// An act that somebody asked for, and that another must agree to.
    RequestId;
}
