/** What form has a text, and what stands where its form is blank? */
package dev.whetstone.model.wide.template;
