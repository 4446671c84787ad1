import { documentEndpoints } from '@shared/contract/documents'
import { issueAdmissionPaperWith } from '../../use-cases/issue-admission-paper'
import { type DocumentParts, issueDocumentWith } from '../../use-cases/issue-document'
import { listDocuments } from '../../use-cases/list-documents'
import { showDocument } from '../../use-cases/show-document'
import { verifyDocument } from '../../use-cases/verify-document'
import { withdrawDocument } from '../../use-cases/withdraw-document'
import type { Routes } from '../app'

/** Documents that were issued: to list, open, withdraw and check. */
export const documentRoutes: Routes = {
  listDocuments: { endpoint: documentEndpoints.listDocuments, useCase: listDocuments },
  showDocument: { endpoint: documentEndpoints.showDocument, useCase: showDocument },
  withdrawDocument: { endpoint: documentEndpoints.withdrawDocument, useCase: withdrawDocument },
  verifyDocument: { endpoint: documentEndpoints.verifyDocument, useCase: verifyDocument },
}

/** Issuing, in a function of its own: fonts and what writes PDFs are large. */
export const issueRoutes = (parts: DocumentParts): Routes => ({
  issueDocument: { endpoint: documentEndpoints.issueDocument, useCase: issueDocumentWith(parts) },
  issueAdmissionPaper: { endpoint: documentEndpoints.issueAdmissionPaper, useCase: issueAdmissionPaperWith(parts) },
})
