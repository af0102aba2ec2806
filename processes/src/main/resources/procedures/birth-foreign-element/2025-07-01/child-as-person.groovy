// Dữ liệu của trẻ chuyển cho Công an. What the police are told of the child.
import java.time.OffsetDateTime

def child = dossier.child
def born = OffsetDateTime.parse(child.bornAt).toLocalDate()

return [person: [
        fullName: child.fullName,
        gender: child.gender,
        dateOfBirth: "${born}",
        placeOfBirth: child.placeOfBirth,
        hometown: child.hometown,
        identityNumber: child.identityNumber,
        residence: child.residence]]
