/** How much do raters agree beyond chance? */
package dev.whetstone.verify.labelling.agreement;
