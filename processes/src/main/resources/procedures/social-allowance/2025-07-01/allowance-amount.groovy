// Mức trợ cấp xã hội hằng tháng. The amounts as data; change them in a new edition.

// Decree 76/2024: the standard level of social assistance (dong); a province may set a higher one.
def standardLevel = 500000
// Decree 20/2021: coefficients by group, in tenths; to be checked against the decree in force (335/2026) before use.
def tenths = [
        CHILD_UNDER_4             : 25,
        CHILD                     : 15,
        SINGLE_PARENT             : 10,
        ELDERLY_POOR              : 15,
        ELDERLY_POOR_80           : 20,
        ELDERLY_80                : 10,
        DISABLED_SEVERE           : 15,
        DISABLED_SEVERE_YOUNG_OLD : 20,
        DISABLED_EXTREME          : 20,
        DISABLED_EXTREME_YOUNG_OLD: 25]
def written = [10: '1,0', 15: '1,5', 20: '2,0', 25: '2,5']

def own = tenths[dossier.claim.class]
// A single parent has the coefficient for each child.
def children = dossier.claim.class == 'SINGLE_PARENT' ? (dossier.claim.children ?: 1) : 1
def perChild = children > 1 ? "${children} con × " : ''
return [allowance: [
        amount: children * own * (standardLevel.intdiv(10)),
        basis : "${perChild}hệ số ${written[own]} × ${standardLevel} đồng"]]
