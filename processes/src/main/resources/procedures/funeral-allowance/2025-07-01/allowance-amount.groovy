// Mức hỗ trợ chi phí mai táng. The amounts as data; change them in a new edition.

// Decree 76/2024: the standard level of social assistance (dong); a province may set a higher one.
def standardLevel = 500000
// Decree 20/2021, art. 11(2) and art. 14: at least so many standard levels.
def levels = [SOCIAL_ASSISTANCE: 20, EMERGENCY_RELIEF: 50]

def times = levels[dossier.beneficiary?.class]
// For a person of merit the ward proposes and the Department of Home Affairs decides.
return [allowance: times == null
        ? [amount: 0, basis: 'Sở Nội vụ quyết định']
        : [amount: times * standardLevel, basis: "${times} × ${standardLevel} đồng"]]
